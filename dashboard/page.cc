#include "dashboard/page.h"

namespace onrecord::dashboard {

absl::string_view DashboardPage() {
  static constexpr char kPage[] = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Onrecord</title>
<style>
body { font: 1rem/1.5 sans-serif; max-width: 40rem; margin: 2rem auto;
       padding: 0 1rem; }
</style>
</head>
<body>
<h1>Onrecord</h1>
<p>This address serves a history: who said what, where they stand on a
question, and when that changed.</p>
<ul>
<li><a href="v1/history">v1/history</a>: protobuf, or JSON by the header
<code>Accept: application/json</code>; filters: <code>target</code>,
<code>speaker</code>, <code>since</code>, <code>until</code>,
<code>outlet</code>, <code>label</code></li>
<li><a href="v1/schema">v1/schema</a>: the FileDescriptorSet</li>
<li>v1/events: server-sent events when the history changes</li>
</ul>
</body>
</html>
)html";
  return kPage;
}

}  // namespace onrecord::dashboard
