/**
 * What all services decide alike; the configuration is in {@code microprofile-config.properties}.
 */
@NullMarked
package org.okno.defaults;

import org.jspecify.annotations.NullMarked;
