/** Docker Compose, of both generations: the file that it gets, and its client. */
package io.jenkins.plugins.bluegreen.stack.compose;
