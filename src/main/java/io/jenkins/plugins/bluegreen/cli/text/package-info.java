/** Text for a terminal: durations, quotes, widths, tables. */
package io.jenkins.plugins.bluegreen.cli.text;
