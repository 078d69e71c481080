/** After a request is settled: what the person says about it. */
@NullMarked
package org.okno.cases.followup;

import org.jspecify.annotations.NullMarked;
