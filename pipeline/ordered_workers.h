#ifndef ONRECORD_PIPELINE_ORDERED_WORKERS_H_
#define ONRECORD_PIPELINE_ORDERED_WORKERS_H_

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "absl/types/optional.h"

namespace onrecord::pipeline {

// Runs one function over a stream of inputs on several threads and hands the
// results on in the order of the inputs, so that the number of threads never
// shows in the output.
//
//   `next`  gives the next input, nullopt at the end; one reader thread.
//   `work`  turns an input into an output; called on `jobs` threads at once.
//   `done`  takes the outputs in input order; the caller's thread. False stops
//           everything; inputs in flight are worked off and dropped.
//   Memory: at most 4 * jobs inputs and outputs exist at a time, and no input
//           enters while the weight of those that are not handed on yet would
//           exceed `max_weight`, unless there is none: one that weighs more
//           goes through alone.
//   jobs:   1 runs all three on the caller's thread.
template <typename In, typename Out>
class OrderedWorkers {
 public:
  using Next = std::function<absl::optional<In>()>;
  using Work = std::function<Out(In)>;
  using Done = std::function<bool(Out)>;
  using Weigh = std::function<size_t(const In&)>;

  // What may be under way at a time.
  struct Limits {
    int jobs = 1;
    size_t max_weight = SIZE_MAX;
    Weigh weigh = [](const In&) { return size_t{0}; };
  };

  static void Run(const Limits& limits, const Next& next, const Work& work,
                  const Done& done) {
    if (limits.jobs <= 1) {
      RunInline(next, work, done);
    } else {
      OrderedWorkers(limits, next, work).RunThreads(done);
    }
  }

 private:
  // One input on its way through; its number modulo the window is its place.
  struct Slot {
    absl::optional<In> in;
    absl::optional<Out> out;
    size_t weight = 0;
  };

  OrderedWorkers(const Limits& limits, const Next& next, const Work& work)
      : limits_(limits), next_(next), work_(work), slots_(4 * limits.jobs) {}

  static void RunInline(const Next& next, const Work& work, const Done& done) {
    while (absl::optional<In> in = next()) {
      if (!done(work(*std::move(in)))) return;
    }
  }

  void RunThreads(const Done& done) {
    std::vector<std::thread> threads;
    threads.emplace_back([this] { Read(); });
    for (int i = 0; i < limits_.jobs; ++i)
      threads.emplace_back([this] { Loop(); });
    Drain(done);
    for (std::thread& thread : threads) thread.join();
  }

  Slot& At(int64_t number) { return slots_[number % slots_.size()]; }
  int64_t window() const { return static_cast<int64_t>(slots_.size()); }

  bool HasRoomFor(size_t weight) const {
    if (read_ == written_) return true;
    return read_ - written_ < window() && weight <= limits_.max_weight &&
           weight_ <= limits_.max_weight - weight;
  }

  // The reader: fills free slots until the input ends.
  void Read() {
    while (true) {
      absl::optional<In> in = next_();
      const size_t weight = in.has_value() ? limits_.weigh(*in) : 0;
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait(lock, [&] { return stopped_ || HasRoomFor(weight); });
      ended_ = stopped_ || !in.has_value();
      if (!ended_) {
        weight_ += weight;
        Slot& slot = At(read_++);
        slot.in = std::move(in);
        slot.weight = weight;
      }
      changed_.notify_all();
      if (ended_) return;
    }
  }

  // A worker: takes inputs in order until none will come.
  void Loop() {
    std::unique_lock<std::mutex> lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return ended_ || taken_ < read_; });
      if (taken_ == read_ || stopped_) return;
      Slot& slot = At(taken_++);
      In in = *std::move(slot.in);
      slot.in.reset();
      lock.unlock();
      Out out = work_(std::move(in));
      lock.lock();
      slot.out = std::move(out);
      changed_.notify_all();
    }
  }

  // The caller: takes the outputs in order.
  void Drain(const Done& done) {
    std::unique_lock<std::mutex> lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] {
        return At(written_).out.has_value() || (ended_ && written_ == read_);
      });
      Slot& slot = At(written_);
      if (!slot.out.has_value()) return;
      Out out = *std::move(slot.out);
      slot.out.reset();
      lock.unlock();
      const bool go_on = done(std::move(out));
      lock.lock();
      weight_ -= slot.weight;
      ++written_;
      changed_.notify_all();
      if (go_on) continue;
      stopped_ = ended_ = true;
      changed_.notify_all();
      return;
    }
  }

  const Limits& limits_;
  const Next& next_;
  const Work& work_;
  std::vector<Slot> slots_;
  std::mutex mutex_;
  std::condition_variable changed_;  // Anything below, or a slot, changed.
  int64_t read_ = 0;                 // Inputs read.
  int64_t taken_ = 0;                // Inputs that a worker has taken.
  int64_t written_ = 0;              // Outputs handed on.
  size_t weight_ = 0;                // Of what was read and not handed on.
  bool ended_ = false;               // No more inputs will come.
  bool stopped_ = false;
};

}  // namespace onrecord::pipeline

#endif  // ONRECORD_PIPELINE_ORDERED_WORKERS_H_
