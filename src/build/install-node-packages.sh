#!/bin/sh
# Installs what package-lock.json names, unless it is installed already.
set -eu

cd "$(dirname "$0")/../.."
installed=node_modules/.installed-from.json
if ! cmp -s package-lock.json "$installed"; then
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json "$installed"
fi
