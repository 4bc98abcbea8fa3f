"""Numbers of a text: numerals, what they count, and how exactly.

The grammar of a figure as newspapers print it, each class with the module that reads it:

    figure    = {qualifier} numeral unit {qualifier}     近3.2万户, 500元以上   bounds, quantities
              | numeral unit smaller                     三块五, 1小时20分      money, units
              | part "分之" numeral | numeral "成" [digit] 百分之三十, 七成五    series, units
              | numeral link numeral unit                3至5万元, 5、6场       series
              | "分别" {numeral "、"} numeral unit       分别为43和8户          series
              | numeral                                  of which only the text says the unit:
                    noun numeral                         产值3.5亿              bare_numbers
                    verb-of-paying numeral               花了两万八             bare_numbers
                    price numeral                        一吨一万五六           bare_numbers
                    figure change numeral                从329万减到25.5万      bare_numbers
                    figure comma (part|sum|more) numeral 六年累计减少8239万     bare_numbers
    label     = "二" unit | numeral label-noun           二期, 3号楼         quantities, no_figures
    time      = dates, spans and ages of times           今年头七个月           periods

A label or a time is no figure, and neither is what has a head or a tail that nothing here reads.
"""
