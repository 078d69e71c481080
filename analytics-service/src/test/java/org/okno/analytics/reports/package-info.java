@NullMarked
package org.okno.analytics.reports;

import org.jspecify.annotations.NullMarked;
