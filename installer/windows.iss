; A set-up program for one user: no administrator is needed, and .xlsx stays with Excel.
; Made by `python installer/package.py`, which passes Version.

#define Name "地域資源ワークシート"
#define Program "ResourceMapper.exe"

[Setup]
AppId={{6B1C3B53-8E0E-4B0B-9C55-6B6F4C1D9A21}
AppName={#Name}
AppVersion={#Version}
AppPublisher=Resource Mapper
DefaultDirName={localappdata}\Programs\ResourceMapper
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
SourceDir=..
OutputDir=dist
OutputBaseFilename=ResourceMapper-{#Version}-setup
SetupIconFile=build\app.ico
LicenseFile=LICENSE
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
UninstallDisplayName={#Name}
UninstallDisplayIcon={app}\{#Program}
CloseApplications=yes
VersionInfoVersion={#Version}

[Languages]
Name: "japanese"; MessagesFile: "compiler:Languages\Japanese.isl"

[Tasks]
Name: "desktopicon"; Description: "デスクトップに絵印を置く"; Flags: unchecked
Name: "contextmenu"; Description: "Excelのファイルを右クリックしたときに「{#Name}で開く」を出す（ダブルクリックはExcelのままです）"; Flags: unchecked

[Files]
Source: "dist\ResourceMapper\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; What an earlier version left inside the program's own folder.
Type: filesandordirs; Name: "{app}\app"

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{userdesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Software\Classes\SystemFileAssociations\.xlsx\shell\ResourceMapper"; ValueType: string; ValueName: ""; ValueData: "{#Name}で開く"; Flags: uninsdeletekey; Tasks: contextmenu
Root: HKCU; Subkey: "Software\Classes\SystemFileAssociations\.xlsx\shell\ResourceMapper"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\{#Program}"; Tasks: contextmenu
Root: HKCU; Subkey: "Software\Classes\SystemFileAssociations\.xlsx\shell\ResourceMapper\command"; ValueType: string; ValueName: ""; ValueData: """{app}\{#Program}"" ""%1"""; Tasks: contextmenu

[Run]
Filename: "{app}\{#Program}"; Description: "{#Name}を始める"; Flags: nowait postinstall skipifsilent
