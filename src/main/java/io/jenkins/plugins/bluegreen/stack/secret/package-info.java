/** The services' secrets, which live in volumes on the Docker host and nowhere else. */
package io.jenkins.plugins.bluegreen.stack.secret;
