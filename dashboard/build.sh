#!/usr/bin/env bash
# Makes dist/page.html from src/ and the schema. Needs node, npm and protoc; the
# program does not: it embeds the page that is checked in.
#
#   ./bazelw run //dashboard:rebuild
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"

npm ci --ignore-scripts --no-audit --no-fund
rm -rf gen && mkdir gen
protoc -I .. --plugin=node_modules/.bin/protoc-gen-es \
  --es_out=gen --es_opt=target=ts \
  ../proto/{article,history,quote,stance}.proto
npm run --silent check
node bundle.mjs "$(./sources_sha256.sh)"
