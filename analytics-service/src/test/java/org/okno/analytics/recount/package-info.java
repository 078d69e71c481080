@NullMarked
package org.okno.analytics.recount;

import org.jspecify.annotations.NullMarked;
