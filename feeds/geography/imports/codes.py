"""GeoNames' codes of first-level regions, as the names that the gazetteer has for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OBLASTS: Mapping[str, Mapping[str, str]] = {
    "UA": {
        "01": "Cherkasy", "02": "Chernihiv", "03": "Chernivtsi", "04": "Dnipropetrovsk", "05": "Donetsk",
        "06": "Ivano-Frankivsk", "07": "Kharkiv", "08": "Kherson", "09": "Khmelnytskyi", "10": "Kirovohrad",
        "11": "Crimea", "12": "Kyiv City", "13": "Kyiv", "14": "Luhansk", "15": "Lviv", "16": "Mykolaiv",
        "17": "Odesa", "18": "Poltava", "19": "Rivne", "20": "Sevastopol", "21": "Sumy", "22": "Ternopil",
        "23": "Vinnytsia", "24": "Volyn", "25": "Zakarpattia", "26": "Zaporizhzhia", "27": "Zhytomyr",
    },
    "RU": {
        "01": "Adygea", "03": "Altai Republic", "04": "Altai Krai", "05": "Amur", "06": "Arkhangelsk",
        "07": "Astrakhan", "08": "Bashkortostan", "09": "Belgorod", "10": "Bryansk", "11": "Buryatia",
        "12": "Chechnya", "13": "Chelyabinsk", "15": "Chukotka", "16": "Chuvashia", "17": "Dagestan",
        "19": "Ingushetia", "20": "Irkutsk", "21": "Ivanovo", "22": "Kabardino-Balkaria", "23": "Kaliningrad",
        "24": "Kalmykia", "25": "Kaluga", "27": "Karachay-Cherkessia", "28": "Karelia", "29": "Kemerovo",
        "30": "Khabarovsk", "31": "Khakassia", "32": "Khanty-Mansi", "33": "Kirov", "34": "Komi",
        "37": "Kostroma", "38": "Krasnodar", "40": "Kurgan", "41": "Kursk", "42": "Leningrad",
        "43": "Lipetsk", "44": "Magadan", "45": "Mari El", "46": "Mordovia", "47": "Moscow",
        "48": "Moscow City", "49": "Murmansk", "50": "Nenets", "51": "Nizhny Novgorod", "52": "Novgorod",
        "53": "Novosibirsk", "54": "Omsk", "55": "Orenburg", "56": "Oryol", "57": "Penza",
        "59": "Primorsky", "60": "Pskov",
        "61": "Rostov", "62": "Ryazan", "63": "Sakha", "64": "Sakhalin", "65": "Samara",
        "66": "Saint Petersburg", "67": "Saratov", "68": "North Ossetia", "69": "Smolensk", "70": "Stavropol",
        "71": "Sverdlovsk", "72": "Tambov", "73": "Tatarstan", "75": "Tomsk", "76": "Tula", "77": "Tver",
        "78": "Tyumen", "79": "Tuva", "80": "Udmurtia", "81": "Ulyanovsk", "83": "Vladimir",
        "84": "Volgograd", "85": "Vologda", "86": "Voronezh", "87": "Yamalo-Nenets", "88": "Yaroslavl",
        "89": "Jewish", "90": "Perm", "91": "Krasnoyarsk", "92": "Kamchatka", "93": "Zabaykalsky",
    },
}  # fmt: skip
"""By country and ``admin1 code``; from GeoNames' admin1CodesASCII.txt, by memory for the regions far
from the border, where only large towns are taken, which the shipped list has already."""
COUNTRY_NAMES = {"UA": "Ukraine", "RU": "Russia"}
