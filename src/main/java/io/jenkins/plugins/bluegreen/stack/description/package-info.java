/** A {@code skycloud.yaml}: which services there are to be. */
package io.jenkins.plugins.bluegreen.stack.description;
