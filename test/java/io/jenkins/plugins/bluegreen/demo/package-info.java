/** The demonstration that {@code bin/demo} runs: real deployments, good and bad, while users go on. */
package io.jenkins.plugins.bluegreen.demo;
