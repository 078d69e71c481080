/** Starts the real engines Okno stands on as child processes: no Docker, no mocks. */
@NullMarked
package org.okno.engines;

import org.jspecify.annotations.NullMarked;
