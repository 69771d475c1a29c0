/** What people write and read: durations, quoted input, the nearest of several names. */
package io.jenkins.plugins.bluegreen.text;
