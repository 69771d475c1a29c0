/** The command line {@code bluegreen}: commands in, messages and exit codes out. */
package io.jenkins.plugins.bluegreen.cli;
