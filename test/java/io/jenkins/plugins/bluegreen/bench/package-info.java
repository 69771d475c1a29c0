/** The benchmarks that {@code bench/run} runs; {@code bench/README.md} says how they measure. */
package io.jenkins.plugins.bluegreen.bench;
