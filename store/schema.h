#ifndef ONRECORD_STORE_SCHEMA_H_
#define ONRECORD_STORE_SCHEMA_H_

#include <cstdint>

#include "absl/status/status.h"
#include "store/database.h"

// The tables of a store and how an older file gets them. What is in them:
// docs/store.md.
namespace onrecord::store {

// PRAGMA application_id of every store: "OnRc".
inline constexpr int32_t kApplicationId = 0x4f6e5263;
// PRAGMA user_version of the stores that this program writes.
inline constexpr int32_t kSchemaVersion = 2;

// Makes an empty file a store and brings an older store up to date, in one
// transaction each; with Access::kRead it only looks.
//
//   Errors: FailedPrecondition for a database of another program, for a store
//           of a newer version, and for one that must be brought up to date
//           where nothing may be changed; those of Database.
absl::Status PrepareSchema(const Database& database, Access access);

// The statements that make the tables of the present version in an empty file.
absl::Status MakeTables(const Database& database);

}  // namespace onrecord::store

#endif  // ONRECORD_STORE_SCHEMA_H_
