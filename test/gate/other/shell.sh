#!/bin/sh
# Police said the script must not run on Monday.
set -e
for f in *.txt; do
  grep -q "said" "$f" && echo "$f"
done
