/** Docker's command line: argument lists in, typed answers out. */
package io.jenkins.plugins.bluegreen.docker;
