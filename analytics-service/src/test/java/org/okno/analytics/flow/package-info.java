/** A made-up request and what the services tell of it, for the tests. */
@NullMarked
package org.okno.analytics.flow;

import org.jspecify.annotations.NullMarked;
