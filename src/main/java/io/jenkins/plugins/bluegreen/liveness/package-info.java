/** How one knows that a container serves: HTTP, TCP, a program inside it, or its image's own health check. */
package io.jenkins.plugins.bluegreen.liveness;
