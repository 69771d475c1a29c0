/** Text for a terminal: widths and tables. */
package io.jenkins.plugins.bluegreen.cli.text;
