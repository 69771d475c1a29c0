/** What a deployment did, for people (HTML with a picture) and machines (JSON). */
package io.jenkins.plugins.bluegreen.report;
