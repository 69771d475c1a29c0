# shellcheck shell=bash
# Sourced after packages.sh: a Docker engine that answers, without disturbing one that runs.

engine_log=${ENGINE_LOG:-/var/log/bluegreen-dockerd.log}
engine_pid= # of an engine that this very script started

engine_answers() {
  docker version >/dev/null 2>&1
}

# engine_up: returns when an engine answers. Installs Docker and starts its engine where there is none.
engine_up() {
  need docker docker.io
  need docker docker-cli # a package of its own from Debian 13 on
  engine_answers && return
  [[ -z ${DOCKER_HOST:-} ]] ||
    refuse "The Docker engine at DOCKER_HOST=$DOCKER_HOST does not answer: $(engine_says)" \
      $'\n'"Start it, or unset DOCKER_HOST to use this machine's own."
  ((EUID == 0)) ||
    refuse "No Docker engine answers: $(engine_says)" \
      $'\n'"Run this, log in again, then try again:" \
      $'\n'"  sudo systemctl start docker && sudo usermod --append --groups docker $(id -un)"
  need dockerd docker.io iptables iptables ps procps # Docker asks ps for 'docker top'
  await_engine_that_is_starting && return
  if [[ -d /run/systemd/system ]]; then
    start_engine_service
  else
    start_engine_here
  fi
}

# engine_down: stops the engine that engine_up started as a child of this script, unless somebody has come to use it.
engine_down() {
  [[ -n $engine_pid ]] || return 0
  if [[ -n $(docker ps --quiet 2>/dev/null) ]]; then
    say "The Docker engine that was started here (process $engine_pid) stays up: containers run on it."
    return 0
  fi
  say "Stopping the Docker engine that was started here ..."
  kill "$engine_pid" 2>/dev/null || true
  wait "$engine_pid" 2>/dev/null || true
  engine_pid=
}

engine_says() {
  docker version 2>&1 | tail -n 1
}

# One may be on its way: its package has just been installed, or another script has started it.
await_engine_that_is_starting() {
  for _ in {1..150}; do
    engine_answers && return
    pidof dockerd >/dev/null || return 1
    sleep 0.2
  done
  refuse "A Docker engine (process $(pidof dockerd)) runs but has not answered for 30 s: $(engine_says)"
}

start_engine_service() {
  say "No Docker engine answers; starting the service: systemctl start docker"
  systemctl start docker || refuse "The service does not start. See: journalctl --unit docker"
  for _ in {1..150}; do
    engine_answers && return
    sleep 0.2
  done
  refuse "The service docker was started, but no engine answers: $(engine_says)"
}

start_engine_here() {
  say "No Docker engine answers; starting dockerd (log: $engine_log) ..."
  mount_control_groups
  spawn_engine "$PATH" && return
  # Some kernels have no nf_tables. Only this engine is shown the older iptables.
  if grep -q iptables "$engine_log" && command -v iptables-legacy >/dev/null; then
    say "It failed over iptables; trying again with iptables-legacy ..."
    local legacy
    legacy=$(mktemp -d)
    ln -s "$(command -v iptables-legacy)" "$legacy/iptables"
    ln -s "$(command -v ip6tables-legacy)" "$legacy/ip6tables"
    spawn_engine "$legacy:$PATH" && return
  fi
  tail -n 20 "$engine_log" >&2
  refuse "dockerd does not start on this machine: see above, and $engine_log."
}

# In a session of its own, so that Ctrl-C ends the script, which then still needs the engine to tidy up.
spawn_engine() {
  PATH=$1 setsid dockerd >"$engine_log" 2>&1 </dev/null &
  engine_pid=$!
  for _ in {1..300}; do
    if ! kill -0 "$engine_pid" 2>/dev/null; then
      engine_pid=
      return 1
    fi
    ! engine_answers || return 0
    sleep 0.2
  done
  refuse "dockerd (process $engine_pid) has not answered for 60 s: see $engine_log."
}

# systemd mounts them; without it nobody may have.
mount_control_groups() {
  grep -q ' cgroup2\? ' /proc/mounts || mount -t cgroup2 none /sys/fs/cgroup ||
    refuse "Docker needs control groups, and they can't be mounted on /sys/fs/cgroup. Is this a container without privileges?"
}
