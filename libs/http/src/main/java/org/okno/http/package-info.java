/** HTTP the same in every service: problems (RFC 9457), entity tags, cursor paging. */
@NullMarked
package org.okno.http;

import org.jspecify.annotations.NullMarked;
