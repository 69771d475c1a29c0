package io.jenkins.plugins.bluegreen.jenkins;

import io.jenkins.plugins.bluegreen.host.Secret;

/** Whom to log in as, and with what. */
record Login(String user, Secret password) {}
