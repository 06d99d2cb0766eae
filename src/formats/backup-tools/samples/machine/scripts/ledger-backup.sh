#!/bin/sh
set -eu
pg_dump --format=custom ledger > /tmp/ledger.dump
restic backup /tmp/ledger.dump
