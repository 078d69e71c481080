/** PostgreSQL from its binaries: unpacked once, durable settings, one database a service. */
@NullMarked
package org.okno.engines.postgres;

import org.jspecify.annotations.NullMarked;
