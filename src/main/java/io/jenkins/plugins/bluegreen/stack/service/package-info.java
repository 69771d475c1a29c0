/** What each service of the stack is: its image, volumes, health check, limits and secrets. */
package io.jenkins.plugins.bluegreen.stack.service;
