"""Seventeen places of the front with a sentence each in English, Ukrainian and Russian.

The points are rough ones from common knowledge, good to some kilometres.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A place, where it lies, and what is written of it."""

    name: str
    lat: float
    lon: float
    written: tuple[tuple[str, str], ...]
    """The form that stands in a sentence, and the sentence."""


NAMED = (
    Named("Popovka", 50.96, 35.37, (
        ("Popovka", "Small groups walked into Popovka and Demidovka (northwest of Belgorod City)."),
        ("Попівки", "Дозор дійшов до Попівки та Демидівки на півночі Бєлгородської області."),
        ("Поповки", "У Поповки и Демидовки Краснояружского района слышали стрельбу."),
    )),
    Named("Demidovka", 50.95, 35.40, (
        ("Demidovka", "Fog hid the lane to Demidovka in Russia's Belgorod region."),
        ("Демидівки", "Туман вкрив дорогу до Демидівки у Бєлгородській області."),
        ("Демидовки", "Туман скрыл дорогу у Демидовки в Белгородской области."),
    )),
    Named("Grafovka", 50.92, 35.43, (
        ("Grafovka", "Tracks were seen between Demidovka and Grafovka near the border."),
        ("Графовки", "Сліди бачили біля Демидівки та Графовки у Бєлгородській області."),
        ("Графовки", "Следы видели у Графовки в Краснояружском районе Белгородской области."),
    )),
    Named("Prilesye", 50.91, 35.42, (
        ("Prilesye", "A post stood by Prilesye, south of Demidovka in Belgorod Oblast."),
        ("Прилісся", "Пост стояв біля Прилісся, південніше Демидівки, у Бєлгородській області."),
        ("Прилесье", "Пост стоял в селе Прилесье Краснояружского района Белгородской области."),
    )),
    Named("Malaya Loknya", 51.27, 35.19, (
        ("Malaya Loknya", "The column passed Malaya Loknya northwest of Sudzha."),
        ("Малої Локні", "Колона минула околиці Малої Локні у Курській області."),
        ("Малой Локни", "Колонна прошла мимо Малой Локни в Курской области."),
    )),
    Named("Sudzha", 51.19, 35.27, (
        ("Sudzha", "The market of Sudzha stayed shut."),
        ("Суджі", "Ринок у Суджі не працював."),
        ("Судже", "Рынок в Судже не работал."),
    )),
    Named("Toretsk", 48.40, 37.85, (
        ("Toretsk", "Snow fell on Toretsk all day."),
        ("Торецька", "Сніг падав біля Торецька весь день."),
        ("Дзержинска", "Снег шёл у Дзержинска в ДНР весь день."),
    )),
    Named("Chasiv Yar", 48.59, 37.83, (
        ("Chasiv Yar", "A patrol came back to Chasiv Yar at dawn."),
        ("Часовому Яру", "Дозор повернувся у Часовому Яру на світанку."),
        ("Часова Яра", "Дозор вернулся из Часова Яра на рассвете."),
    )),
    Named("Novohrodivka", 48.21, 37.34, (
        ("Novohrodivka", "The mine of Novohrodivka is flooded."),
        ("Новогродівці", "Шахту в Новогродівці затопило."),
        ("Новогродовке", "Шахту в Новогродовке затопило."),
    )),
    Named("Kurakhove", 47.98, 37.28, (
        ("Kurakhove", "The lake by Kurakhove ran dry."),
        ("Курахового", "Озеро біля Курахового висохло."),
        ("Курахова", "Озеро у Курахова высохло."),
    )),
    Named("Velyka Novosilka", 47.84, 36.84, (
        ("Velyka Novosilka", "Two roads meet in Velyka Novosilka."),
        ("Великої Новосілки", "Дві дороги ведуть до Великої Новосілки."),
        ("Великой Новосёлки", "Две дороги ведут до Великой Новосёлки."),
    )),
    Named("Shevchenko", 48.24, 37.13, (
        ("Shevchenko", "They crept south of Pokrovsk near Shevchenko and Pishchane."),
        ("Шевченко", "Бої точилися біля сіл Піщане та Шевченко на Покровському напрямку."),
        ("Шевченко", "Бои шли у села Шевченко, южнее Покровска, и у Песчаного."),
    )),
    Named("Lyptsi", 50.20, 36.42, (
        ("Lyptsi", "A barn burned in Lyptsi."),
        ("Липців", "Поблизу Липців горів сарай."),
        ("Липцев", "В районе Липцев горел сарай."),
    )),
    Named("Vovchansk", 50.29, 36.94, (
        ("Vovchansk", "The bridge in Vovchansk is down."),
        ("Вовчанську", "Міст у Вовчанську зруйновано."),
        ("Волчанске", "Мост в Волчанске разрушен."),
    )),
    Named("Basivka", 51.11, 35.06, (
        ("Basivka", "They dug in near Basivka, and Novenke beside it, in Sumy Oblast."),
        ("Басівки", "Окопи рили в районі Басівки та Новенького на Сумщині."),
        ("Басовки", "Окопы рыли в районе Басовки в Сумской области."),
    )),
    Named("Kostiantynivka", 48.53, 37.71, (
        ("Kostiantynivka", "The road from Chasiv Yar to Kostiantynivka is open."),
        ("Костянтинівки", "Дорога з Часового Яру до Костянтинівки відкрита."),
        ("Константиновки", "Дорога из Часова Яра до Константиновки открыта."),
    )),
    Named("Stepove", 48.18, 37.62, (
        ("Stepove", "They hold Stepove northwest of Avdiivka, next to Berdychi."),
        ("Степового", "Наші тримають оборону біля Степового та Бердичів на Авдіївському напрямку."),
        ("Степового", "Бои идут у Степового и Бердычей северо-западнее Авдеевки."),
    )),
)  # fmt: skip
