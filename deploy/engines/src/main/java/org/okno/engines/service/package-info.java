/** Okno's own services as processes. */
@NullMarked
package org.okno.engines.service;

import org.jspecify.annotations.NullMarked;
