# shellcheck shell=bash
# Sourced after packages.sh: the project with its tests, compiled, for what runs on the tests' class path.

# compile ROOT: leaves the class path in the file ROOT/target/class-path. Maven's output is only of interest where it fails.
compile() {
  local root=$1 started=$SECONDS log=$1/target/compile.log file=$1/target/class-path
  [[ ! -f $file || -n $(find "$root"/{pom.xml,src/main,test/java} -newer "$file" -print -quit) ]] || return 0
  mkdir -p "$root/target"
  progress "Building with Maven; the first time it downloads what it needs ..."
  mvn --batch-mode --file "$root/pom.xml" \
    test-compile org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
    -Dmdep.outputFile="$file.new" -Dmdep.includeScope=test >"$log" 2>&1 </dev/null &
  tick $! "$started"
  if ! wait $!; then
    progress_end
    grep -E '^\[(ERROR|WARNING)\]' "$log" | head -n 30 >&2 || true
    refuse "The project could not be built: see above, and $log."
  fi
  progress_end
  printf '%s:%s:%s\n' "$root/target/test-classes" "$root/target/classes" "$(<"$file.new")" >"$file"
  rm "$file.new"
  say "Built in $((SECONDS - started)) s."
}

# tick PID STARTED: shows that time goes by, on a terminal, until the process has ended.
tick() {
  while kill -0 "$1" 2>/dev/null; do
    [[ ! -t 2 ]] || printf '\r\033[KBuilding with Maven; the first time it downloads what it needs ... %d s' \
      $((SECONDS - $2)) >&2
    sleep 1
  done
}

progress() {
  if [[ -t 2 ]]; then printf '%s' "$1" >&2; else say "$1"; fi
}

progress_end() {
  [[ ! -t 2 ]] || printf '\r\033[K' >&2
}
