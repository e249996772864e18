#!/bin/sh
# bare.sh ROOT EXECUTABLE ARGUMENTS...: runs the executable, as somebody who is not root, in a root file system that has nothing of ours.
# Only the data directory ($JETBRIDGE_DATA_DIR, /data in there) can be written. In a mount namespace of its own: `unshare --mount sh bare.sh …`
set -eu
root=$1 executable=$2
shift 2
chown -R 1000:1000 "$JETBRIDGE_DATA_DIR"
mount --bind "$root" "$root"
mount --bind "$executable" "$root/jetbridge"
mount --bind "$JETBRIDGE_DATA_DIR" "$root/data"
mount -o remount,bind,ro "$root"
export JETBRIDGE_DATA_DIR=/data HOME=/nonexistent
exec chroot --userspec=1000:1000 "$root" /jetbridge "$@"
