/** The downtime meter: steady requests at an address, and what became of each of them. */
package io.jenkins.plugins.bluegreen.meter;
