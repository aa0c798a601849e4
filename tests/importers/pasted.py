"""What three programs put on the clipboard for a programme, as an organiser would have written it."""

from typing import Final

WORD: Final = """\
<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;}
 @page WordSection1 {size:595.3pt 841.9pt;} --></style>
</head>
<body lang=DE style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoNormal><b><span style='font-size:14.0pt'>Montag, 19. Juni 2017<o:p></o:p></span></b></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=104><p class=MsoNormal><b>Uhrzeit<o:p></o:p></b></p></td>
  <td width=302><p class=MsoNormal><b>Programmpunkt<o:p></o:p></b></p></td>
  <td width=104><p class=MsoNormal><b>Raum</b></p></td>
 </tr>
 <tr><td><p class=MsoNormal>09.30&nbsp;Uhr<o:p></o:p></p></td>
  <td><p class=MsoNormal>Ankommen, Anmeldung, Kaffee</p></td><td><p class=MsoNormal>Foyer</p></td></tr>
 <tr><td><p class=MsoNormal>10.00 –<br>10.20 Uhr</p></td>
  <td><p class=MsoNormal><b>Begr&uuml;&szlig;ung</b></p>
   <p class=MsoNormal>Oberb&uuml;rgermeisterin der Stadt (angefragt)</p>
   <p class=MsoNormal>Moderation: Maria Beispiel</p></td>
  <td rowspan=2><p class=MsoNormal>Gro&szlig;er Saal</p></td></tr>
 <tr><td><p class=MsoNormal>10.20 – 11.00 Uhr</p></td>
  <td><p class=MsoNormal><span class=SpellE>Impulsvortrag</span>: Q&amp;A &lt;zum&gt; Aktionsplan</p>
   <p class=MsoNormal>Dr. Anna Muster, Ministerium</p></td></tr>
 <tr><td><p class=MsoNormal>11.00 Uhr</p></td><td colspan=2><p class=MsoNormal>Kaffeepause</p></td></tr>
 <tr><td rowspan=3><p class=MsoNormal>11.30–13 Uhr</p></td>
  <td colspan=2><p class=MsoNormal>Parallele Foren</p></td></tr>
 <tr><td><p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;
  </span></span><![endif]>Forum 1: Wohnen</p><p class=MsoNormal>Input: D. Muster</p></td>
  <td><p class=MsoNormal>Raum Hase</p></td></tr>
 <tr><td><p class=MsoListParagraph>Forum 2: Arbeit</p></td><td><p class=MsoNormal>Raum Dom</p></td></tr>
 <tr><td><p class=MsoNormal>ca. 13 Uhr</p></td><td colspan=2><p class=MsoNormal>Mittagessen</p></td></tr>
 <tr><td colspan=3><p class=MsoNormal><b>Dienstag, 20. Juni 2017</b></p></td></tr>
 <tr><td><p class=MsoNormal>9 Uhr</p></td><td><p class=MsoNormal>Podium mit allen</p></td><td></td></tr>
 <tr><td><p class=MsoNormal>bis 12 Uhr</p></td><td><p class=MsoNormal>Werkstatt</p></td><td></td></tr>
 <tr><td><p class=MsoNormal>abends</p></td><td><p class=MsoNormal>Stadtf&uuml;hrung</p></td><td></td></tr>
</table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>
"""

EXCEL_TEXT: Final = (
    "Nr.\tVon\tBis\tDauer\tThema\tReferent*innen\tOrt\tMaterial\r\n"
    "1\t09:00\t09:15\t15 Min.\tBegrüßung\tAnna Muster, Stadt\tAula\t\r\n"
    '2\t09:15\t\t1,5 Std.\t"Vortrag: ""Gute Praxis""\nmit Aussprache"\tBen Beispiel; N. N.\tAula\tBeamer\r\n'
    "3\t10:45\t11:00\t\tPause\t\tFoyer\tKaffee\r\n"
    "4\t11:00\t12:00\t\tWorkshop A: Haushalt\tC. Muster\tRaum 1\t\r\n"
    "5\t11:00\t12:00\t\tWorkshop B: Beteiligung\tD. Muster (angefragt)\tRaum 2\t\r\n"
    "\t\t\t\t\t\t\t\r\n"
    "6\t12:00\t\t\tAbschluss\t\t\t\r\n"
    "7\t\t\t\tMarkt der Projekte\tTeam\tFoyer\tStellwände\r\n"
)

EXCEL_HTML: Final = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\,";} --></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=640>
<!--StartFragment--> <col width=80 style='mso-width-source:userset'>
 <tr height=20><td class=xl65 x:num="0.375">09:00</td><td>Begr&#252;&#223;ung</td>
  <td align=right>15</td><td>Aula</td></tr>
 <tr height=40><td class=xl65>09:15</td>
  <td class=xl66>Vortrag<br style='mso-data-placement:same-cell'>  Zweite Zeile</td>
  <td align=right>90</td><td>Aula</td></tr>
 <tr><td class=xl65>10:45</td><td colspan=2 style='mso-ignore:colspan'>Pause</td><td>Foyer</td></tr>
<!--EndFragment--></table></body></html>
"""

MAIL: Final = """\
Liebe Kolleginnen und Kollegen,

anbei der Ablauf für unser Netzwerktreffen am 19. Juni:

9.30 Uhr      Ankommen und Anmeldung
10 Uhr        Begrüßung und Einführung in den Tag
              Moderation: Maria Beispiel
10.30-11.15   Impuls: Was Kommunen bewegt
              Prof. Dr. Ben Beispiel, Universität Osnabrück
11.15 Uhr     Podiumsdiskussion mit Vertretungen aus
              der Verwaltung und der Politik
              Podium: A. Muster, B. Muster, N. N.
12:30 PM      Mittagspause (Foyer)
13.30–15 Uhr  Workshops
  - Workshop 1: Wohnen (Raum Hase)
  - Workshop 2: Arbeit (Raum Dom)
    Protokoll: E. Muster
15 Uhr        Ergebnisse
              - Blitzlichter
              - Verabredungen
ca. 16 Uhr    Ende

Bitte gebt mir bis Freitag Bescheid.

Viele Grüße
Maria
"""
