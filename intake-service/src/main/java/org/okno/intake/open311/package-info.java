/**
 * Open311 GeoReport v2: other cities' software lists the needs, posts requests and follows them, in
 * XML and JSON.
 */
@NullMarked
package org.okno.intake.open311;

import org.jspecify.annotations.NullMarked;
