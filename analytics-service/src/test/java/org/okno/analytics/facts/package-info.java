@NullMarked
package org.okno.analytics.facts;

import org.jspecify.annotations.NullMarked;
