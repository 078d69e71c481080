/** The case service: one case a request, until every need in it is settled. */
@NullMarked
package org.okno.cases;

import org.jspecify.annotations.NullMarked;
