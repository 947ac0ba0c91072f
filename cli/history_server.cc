#include "cli/history_server.h"

#include <arpa/inet.h>
#include <httplib.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <thread>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "cli/history_filter.h"
#include "cli/http_accept.h"
#include "cli/http_access.h"
#include "cli/limited_server.h"
#include "cli/record_answer.h"
#include "cli/schema.h"
#include "dashboard/page.h"
#include "store/record_stream.h"

namespace onrecord::cli {
namespace {

using httplib::Request;
using httplib::Response;
using HandlerResponse = httplib::Server::HandlerResponse;

// Limits of all clients together; docs/serve.md names them.
constexpr int kThreads = 32;
constexpr int kEventStreams = 16;  // Each keeps a thread.
// Each keeps a thread, and a state of the store: what is written meanwhile
// stays in its log.
constexpr int kRecordStreams = 4;
constexpr absl::Duration kRecordStreamTime = absl::Minutes(15);
constexpr absl::Duration kStoreTimeout = absl::Seconds(5);
// A sign of life, so that a stream whose reader has gone is noticed.
constexpr absl::Duration kHeartbeat = absl::Seconds(2);

constexpr char kBinary[] = "application/x-protobuf";
constexpr char kJson[] = "application/json";
constexpr char kAddresses[] =
    "/ /v1/history /v1/records /v1/events /v1/schema /healthz";

// What the library refused without a reason.
std::string WantedInstead(int status) {
  switch (status) {
    case 400:
      return "want a request of HTTP/1.1, each header up to 8 KiB, all of it "
             "up to 64 KiB";
    case 404:
      return absl::StrCat("want one of ", kAddresses);
    case 414:
      return "want an address of up to 8 KiB";
    default:
      return "the request cannot be served";
  }
}

void Fail(int status, absl::string_view reason, Response& response) {
  response.status = status;
  response.set_content(absl::StrCat(reason, "\n"), "text/plain; charset=utf-8");
}

// The body goes out as it is: with a known length the library compresses
// nothing.
void Send(std::shared_ptr<const std::string> body, const std::string& type,
          Response& response) {
  response.set_content_provider(
      body->size(), type,
      [body](size_t offset, size_t length, httplib::DataSink& sink) {
        return sink.write(body->data() + offset, length);
      });
}

// Whether the client has these bytes already; the answer is complete then.
bool IsFresh(const Request& request, const std::string& etag,
             Response& response) {
  response.set_header("ETag", etag);
  const std::string known = request.get_header_value("If-None-Match");
  if (known != "*" && !absl::StrContains(known, etag)) return false;
  response.status = 304;
  return true;
}

std::string QueryOf(const Request& request) {
  return absl::StrJoin(request.params, "&", absl::PairFormatter("="));
}

// Fewer than SO_REUSEPORT, with which two servers would share a port.
void SetSocketOptions(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

bool IsNumericAddress(const std::string& address) {
  char bytes[sizeof(in6_addr)];
  return ::inet_pton(AF_INET, address.c_str(), bytes) == 1 ||
         ::inet_pton(AF_INET6, address.c_str(), bytes) == 1;
}

std::string UrlOf(const std::string& address, int port) {
  const bool v6 = absl::StrContains(address, ":");
  return absl::StrCat("http://", v6 ? "[" : "", address, v6 ? "]" : "", ":",
                      port, "/");
}

class Server : public HistoryServer {
 public:
  Server(const ServerOptions& options, ServedHistory* history)
      : options_(options),
        history_(*history),
        policy_(ContentSecurityPolicy(dashboard::DashboardPage())),
        page_(std::make_shared<const std::string>(dashboard::DashboardPage())),
        schema_(std::make_shared<const std::string>(
            SchemaDescriptors().SerializeAsString())) {
    SetLimits();
    SetRoutes();
  }

  ~Server() override {
    if (!thread_.joinable()) return;
    history_.Stop();
    server_.StopSoon();
    thread_.join();
  }

  absl::Status Listen() {
    errno = 0;
    port_ = options_.port;
    if (port_ == 0) {
      port_ = server_.bind_to_any_port(options_.address);
    } else if (!server_.bind_to_port(options_.address, port_)) {
      port_ = -1;
    }
    if (port_ < 0) return ListenError(errno);
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
    return absl::OkStatus();
  }

  std::string Url() const override { return UrlOf(options_.address, port_); }

 private:
  absl::Status ListenError(int error) const {
    const std::string message =
        absl::StrCat(UrlOf(options_.address, options_.port),
                     ": cannot listen: ", std::strerror(error));
    return error == EADDRINUSE ? absl::UnavailableError(message)
                               : absl::UnknownError(message);
  }

  void SetLimits() {
    server_.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server_.set_socket_options(SetSocketOptions);
    server_.set_tcp_nodelay(true);
  }

  void SetRoutes() {
    server_.set_default_headers({
        {"Content-Security-Policy", policy_},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        // Kept, but asked for again each time; the entity tag saves the bytes.
        {"Cache-Control", "private, no-cache"},
    });
    server_.set_pre_routing_handler(
        [this](const Request& request, Response& response) {
          return Admit(request, response) ? HandlerResponse::Unhandled
                                          : HandlerResponse::Handled;
        });
    server_.set_error_handler([](const Request&, Response& response) {
      if (!response.body.empty()) return;
      Fail(response.status, WantedInstead(response.status), response);
    });
    server_.Get("/", [this](const Request&, Response& response) {
      Send(page_, "text/html; charset=utf-8", response);
    });
    server_.Get("/healthz", [](const Request&, Response& response) {
      response.set_content("{\"status\":\"ok\"}\n", kJson);
    });
    server_.Get("/v1/schema", [this](const Request&, Response& response) {
      Send(schema_, kBinary, response);
    });
    server_.Get("/v1/history",
                [this](const Request& request, Response& response) {
                  GiveHistory(request, response);
                });
    server_.Get("/v1/records",
                [this](const Request& request, Response& response) {
                  GiveRecords(request, response);
                });
    server_.Get("/v1/events", [this](const Request&, Response& response) {
      GiveEvents(response);
    });
  }

  // False where the request ends here, with the answer that it gets.
  bool Admit(const Request& request, Response& response) const {
    if (request.method != "GET" && request.method != "HEAD") {
      response.set_header("Allow", "GET, HEAD");
      Fail(405, absl::StrCat("want GET or HEAD, found ", request.method),
           response);
      return false;
    }
    if (IsLoopback(options_.address) &&
        !IsLocalHost(request.get_header_value("Host"))) {
      Fail(421, "want this machine's own name in Host", response);
      return false;
    }
    if (request.ranges.size() > 1) {
      Fail(416, "want one range at most", response);
      return false;
    }
    if (options_.token.empty() || request.path == "/healthz") return true;
    if (IsAuthorized(request.get_header_value("Authorization"),
                     options_.token)) {
      return true;
    }
    response.set_header("WWW-Authenticate", "Bearer realm=\"onrecord\"");
    response.set_header("WWW-Authenticate", "Basic realm=\"onrecord\"");
    Fail(401, "want the token, as bearer or as password", response);
    return false;
  }

  void GiveHistory(const Request& request, Response& response) const {
    absl::StatusOr<HistoryFilter> filter =
        ParseFilter(request.params, kHistoryParameters);
    if (!filter.ok()) return Fail(400, filter.status().message(), response);
    response.set_header("Vary", "Accept, Accept-Encoding");
    const int type = BestMediaType(request.get_header_value("Accept"),
                                   {kBinary, "application/protobuf", kJson});
    if (type < 0) {
      return Fail(406, absl::StrCat("want to accept ", kBinary, " or ", kJson),
                  response);
    }
    Rendering rendering;
    rendering.json = type == 2;
    rendering.gzip = AcceptsGzip(request.get_header_value("Accept-Encoding"));
    rendering.filter = *std::move(filter);
    rendering.query = QueryOf(request);
    const auto snapshot = history_.Latest();
    if (IsFresh(request, snapshot->ETag(rendering), response)) return;
    if (rendering.gzip) response.set_header("Content-Encoding", "gzip");
    Send(snapshot->Body(rendering), rendering.json ? kJson : kBinary, response);
  }

  // False, with the answer, where there are too many streams of a kind already.
  static bool Enter(int limit, absl::string_view what,
                    std::atomic<int>* streams, Response& response) {
    if (++*streams <= limit) return true;
    --*streams;
    response.set_header("Retry-After", "10");
    Fail(503, absl::StrCat("want ", limit, " ", what, " at a time, found more"),
         response);
    return false;
  }

  void GiveRecords(const Request& request, Response& response) {
    if (options_.store.empty()) {
      return Fail(404,
                  "want `onrecord serve --store=FILE.db`, which has article "
                  "records; found a history, which has none",
                  response);
    }
    const auto filter = ParseFilter(request.params, kRecordParameters);
    if (!filter.ok()) return Fail(400, filter.status().message(), response);
    response.set_header("Vary", "Accept, Accept-Encoding");
    if (BestMediaType(request.get_header_value("Accept"),
                      {kBinary, "application/protobuf"}) < 0) {
      return Fail(406, absl::StrCat("want to accept ", kBinary), response);
    }
    if (!Enter(kRecordStreams, "record streams", &record_streams_, response)) {
      return;
    }
    // Gone with the answer, whatever becomes of that.
    const std::shared_ptr<void> entered(nullptr,
                                        [this](void*) { --record_streams_; });
    auto records = store::RecordStream::Open(options_.store, kStoreTimeout);
    if (!records.ok()) {
      response.set_header("Retry-After", "10");
      return Fail(503, records.status().message(), response);
    }
    const auto snapshot = history_.Latest();
    const bool gzip = AcceptsGzip(request.get_header_value("Accept-Encoding"));
    // The history tells who the speakers are that a filter names.
    const std::string etag =
        EntityTag({(*records)->sha256(), snapshot->sha256(),
                   gzip ? "gzip" : "plain", QueryOf(request)});
    if (IsFresh(request, etag, response)) return;
    if (gzip) response.set_header("Content-Encoding", "gzip");
    // A stream has no parts to ask for.
    response.set_header("Accept-Ranges", "none");
    response.status = 200;
    const auto answer = std::make_shared<RecordAnswer>(
        *std::move(records), RecordFilter(*filter, snapshot->history()), gzip);
    response.set_chunked_content_provider(
        kBinary, [entered, answer](size_t, httplib::DataSink& sink) {
          return SendRecords(answer.get(), sink);
        });
  }

  // All of them in one call. False where they end too early, without the end of
  // a chunked body.
  static bool SendRecords(RecordAnswer* answer, httplib::DataSink& sink) {
    const absl::Time until = absl::Now() + kRecordStreamTime;
    std::string piece;
    while (absl::Now() < until) {
      const absl::StatusOr<bool> more = answer->Next(&piece);
      if (!more.ok()) {
        std::fprintf(stderr, "onrecord: /v1/records was cut: %s\n",
                     std::string(more.status().message()).c_str());
        return false;
      }
      if (!*more) {
        sink.done();
        return true;
      }
      if (!sink.write(piece.data(), piece.size())) return false;
    }
    return false;
  }

  void GiveEvents(Response& response) {
    if (!Enter(kEventStreams, "event streams", &streams_, response)) return;
    auto known = std::make_shared<std::string>();
    response.set_chunked_content_provider(
        "text/event-stream",
        [this, known](size_t, httplib::DataSink& sink) {
          return GiveEvent(known.get(), sink);
        },
        [this](bool) { --streams_; });
  }

  // Waits for the next event of a stream, the first comes at once; false ends
  // the stream.
  bool GiveEvent(std::string* known, httplib::DataSink& sink) const {
    const auto snapshot = history_.WaitForOther(*known, kHeartbeat);
    if (snapshot == nullptr) {
      sink.done();
      return false;
    }
    std::string event = ": still here\n\n";
    if (snapshot->sha256() != *known) {
      *known = snapshot->sha256();
      event = absl::StrCat("event: history\nid: ", *known,
                           "\ndata: {\"sha256\":\"", *known, "\"}\n\n");
    }
    return sink.write(event.data(), event.size());
  }

  const ServerOptions options_;
  ServedHistory& history_;
  const std::string policy_;
  const std::shared_ptr<const std::string> page_, schema_;
  std::atomic<int> streams_{0}, record_streams_{0};
  int port_ = -1;
  LimitedServer server_{ClientLimits()};
  std::thread thread_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<HistoryServer>> HistoryServer::Start(
    const ServerOptions& options, ServedHistory* history) {
  if (!IsNumericAddress(options.address)) {
    return absl::InvalidArgumentError(
        absl::StrCat("serve: want a numeric address such as 127.0.0.1 or ::1, "
                     "found ",
                     options.address));
  }
  auto server = std::make_unique<Server>(options, history);
  const absl::Status status = server->Listen();
  if (!status.ok()) return status;
  return std::unique_ptr<HistoryServer>(std::move(server));
}

}  // namespace onrecord::cli
