#!/bin/sh
# Takes a picture of a report: scripts/screenshot.sh REPORT.html OUT.png [WIDTH [HEIGHT [light|dark]]]
# Chromium's window is never narrower than 500 pixels, so the page is put into a frame of the wanted width.
set -eu
report=$(realpath "$1")
out=$(realpath -m "$2")
width=${3:-1280}
height=${4:-900}
case ${5:-light} in dark) scheme=0 ;; light) scheme=1 ;; *) echo "light or dark, not $5" >&2; exit 2 ;; esac

for browser in ${CHROME_BIN:-} chromium chromium-browser google-chrome; do
  if command -v "$browser" >/dev/null; then break; fi
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '<!doctype html><meta name="color-scheme" content="light dark"><style>body{margin:0}iframe{display:block;border:0;width:%spx;height:%spx}</style><iframe src="file://%s"></iframe>' \
  "$width" "$height" "$report" >"$work/frame.html"
timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile" \
  --blink-settings=preferredColorScheme=$scheme --virtual-time-budget=5000 \
  --window-size="$width,$height" --screenshot="$out" "file://$work/frame.html" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
echo "$out"
