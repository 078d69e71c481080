/** What staff read: a case with its history, lists of cases, the queue of an agency, counts. */
@NullMarked
package org.okno.casework.lists;

import org.jspecify.annotations.NullMarked;
