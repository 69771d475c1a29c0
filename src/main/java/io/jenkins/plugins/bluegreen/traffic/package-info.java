/** Who sends the traffic where: Docker's DNS, nginx, NGINX Proxy Manager, HAProxy before a published port. */
package io.jenkins.plugins.bluegreen.traffic;
