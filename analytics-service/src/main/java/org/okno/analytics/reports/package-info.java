/** The daily summary in PostgreSQL, read over HTTP as JSON, CSV and a page. */
@NullMarked
package org.okno.analytics.reports;

import org.jspecify.annotations.NullMarked;
