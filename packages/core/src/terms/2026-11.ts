/** Terms of sale, version 2026-11; never edited once accepted by anybody, a change is a new file. */
export const text = `Terms of sale, version 2026-11

1. The order. Accepting a quote orders the goods it describes, in that quantity and at that price. What is not in the quote is not included: freight, duties and taxes of the destination are charged separately unless the quote says otherwise.
2. Payment. Three tenths of the price are due as a deposit when the quote is accepted; work begins when it has arrived. The balance is due when the goods have passed inspection; they leave when it has arrived.
3. Time. The promised date is the end of the production plan, which starts when a supplier accepts the order. If it has to move, you are told the new date and the reason.
4. Quality. Goods are inspected by ISO 2859-1, single sampling, general level II: no critical defect, AQL 2.5 for major and 4.0 for minor defects. What does not pass is reworked and inspected again.
5. Variation. Colour, weight and measurements may vary within the tolerances of the trade; the quantity delivered is the quantity ordered.
6. Cancelling. Until the deposit has been paid an order can be cancelled without cost. After that, write to us.
7. Claims. Tell us within fourteen days of delivery about goods that are short, damaged or wrong, with photographs; we remake, credit or refund them.
8. Your designs remain yours. We and the supplier use them for your order only.
9. Personal data is used to make and deliver your order and to keep the books the law asks for.`;
