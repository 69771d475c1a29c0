/** Compose's {@code .env} files. Start at {@link io.jenkins.plugins.bluegreen.dotenv.DotEnv}. */
package io.jenkins.plugins.bluegreen.dotenv;
