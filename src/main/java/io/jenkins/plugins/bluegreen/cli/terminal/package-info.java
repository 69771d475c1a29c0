/** What a person sees while a deployment runs: in place on a terminal, as lines elsewhere. */
package io.jenkins.plugins.bluegreen.cli.terminal;
