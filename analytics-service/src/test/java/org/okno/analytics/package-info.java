/** The service on real engines. */
@NullMarked
package org.okno.analytics;

import org.jspecify.annotations.NullMarked;
