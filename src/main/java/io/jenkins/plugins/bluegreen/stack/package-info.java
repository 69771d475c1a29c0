/** The stack: its services brought up from one description, shown, and taken down with their data kept. */
package io.jenkins.plugins.bluegreen.stack;
