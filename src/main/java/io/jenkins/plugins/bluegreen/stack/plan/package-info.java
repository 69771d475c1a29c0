/** What is there, compared with what is described. */
package io.jenkins.plugins.bluegreen.stack.plan;
