# shellcheck shell=bash
# Sourced: finds the programs that the scripts need, and installs what is missing where that is allowed.

PATH=$PATH:/usr/sbin:/sbin

say() {
  printf '%s\n' "$*" >&2
}

refuse() {
  say "$@"
  exit 2
}

# need COMMAND PACKAGE [COMMAND PACKAGE]...: installs the packages of those commands that aren't there.
need() {
  local missing=()
  while (($# > 0)); do
    command -v "$1" >/dev/null || missing+=("$2")
    shift 2
  done
  ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
}

# need_jdk: finds a JDK with jlink and its modules, version 17 or later, and exports its JAVA_HOME.
need_jdk() {
  find_jdk && return
  install_packages openjdk-17-jdk-headless
  find_jdk || refuse "openjdk-17-jdk-headless is installed, but no JDK 17 with jlink and its jmods folder is to be found." \
    "Set JAVA_HOME to one."
}

find_jdk() {
  local home javac version
  javac=$(command -v javac || true)
  for home in "${JAVA_HOME:-}" "${javac:+$(dirname "$(dirname "$(readlink -f "$javac")")")}" /usr/lib/jvm/java-*-openjdk-*; do
    [[ -x $home/bin/jlink && -f $home/jmods/java.base.jmod ]] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if ((version >= 17)); then
      export JAVA_HOME=$home PATH=$home/bin:$PATH
      return
    fi
  done
  return 1
}

# install_packages PACKAGE...: a source that can't be updated is no reason to fail as long as the packages can be had.
install_packages() {
  local log
  command -v apt-get >/dev/null ||
    refuse "Missing here: $*. There is no apt on this machine: install them (Debian's names) by its own means, then try again."
  ((EUID == 0)) ||
    refuse "Missing here: $*. Run this, then try again:" \
      $'\n'"  sudo apt-get update && sudo apt-get install --yes --no-install-recommends $*"
  say "Installing $* with apt ..."
  log=$(mktemp)
  update_package_lists >"$log" 2>&1 || true
  if ! DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; then
    tail -n 30 "$log" >&2
    refuse "apt could not install $* (see above, and $log)."
  fi
  rm -f "$log"
  hash -r
}

update_package_lists() {
  ((EUID == 0)) && apt-get -q update </dev/null
}

# unpack FOLDER PACKAGE...: unpacks packages into a folder without installing them, so that no service starts.
# Needs no root where apt's lists are there.
unpack() {
  local folder=$1 archive log
  shift
  log=$(mktemp)
  mkdir -p "$folder/archives"
  command -v apt-get >/dev/null || refuse "Missing here: $*. There is no apt on this machine to fetch them with."
  download "$folder/archives" "$@" >"$log" 2>&1 ||
    { update_package_lists && download "$folder/archives" "$@"; } >>"$log" 2>&1 ||
    {
      tail -n 10 "$log" >&2
      refuse "apt could not download $* (see above). If its lists are missing or old, run: sudo apt-get update"
    }
  rm -f "$log"
  for archive in "$folder"/archives/*.deb; do
    dpkg -x "$archive" "$folder"
  done
}

download() {
  (cd "$1" && apt-get -o APT::Sandbox::User="$(id -un)" download "${@:2}" </dev/null)
}

# libraries_behind PACKAGE: the library packages that it depends on and that this machine doesn't have.
libraries_behind() {
  local name
  apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances "$1" |
    grep -E '^lib' |
    while read -r name; do
      dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null | grep -q '^installed' || printf '%s\n' "$name"
    done
}
